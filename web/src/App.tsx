import { lazy, Suspense } from "react";
import { Route, Switch, useLocation } from "wouter";
import { LandingPage } from "./landing/LandingPage";
import { AppShell } from "./shell/AppShell";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { NotFound } from "./shell/StatePage";
import { PageSkeleton } from "./ui/Skeleton";

const GalleryPage = lazy(() => import("./gallery/GalleryPage"));
const ImagePage = lazy(() => import("./image/ImagePage"));
const LesionPage = lazy(() => import("./lesions/LesionPage"));
const CollectionsPage = lazy(() => import("./collections/CollectionsPage"));
const CollectionPage = lazy(() => import("./collections/CollectionPage"));
const DraftDoiPage = lazy(() => import("./dois/DraftDoiPage"));
const DoisPage = lazy(() => import("./dois/DoisPage"));
const DoiPage = lazy(() => import("./dois/DoiPage"));
const ChallengesPage = lazy(() => import("./challenges/ChallengesPage"));
const ChallengePage = lazy(() => import("./challenges/ChallengePage"));
const TaskPage = lazy(() => import("./challenges/TaskPage"));
const SubmitPage = lazy(() => import("./challenges/submit/SubmitPage"));
const LeaderboardPage = lazy(() => import("./challenges/board/LeaderboardPage"));
const SubmissionPage = lazy(() => import("./challenges/SubmissionPage"));
const ContributePage = lazy(() => import("./contribute/ContributePage"));
const CohortPage = lazy(() => import("./contribute/CohortPage"));
const TermsPage = lazy(() => import("./pages/TermsPage"));
const PrivacyPage = lazy(() => import("./pages/PrivacyPage"));
const AboutPage = lazy(() => import("./pages/AboutPage"));
const ApiPage = lazy(() => import("./apidocs/ApiPage"));
const AccessibilityPage = lazy(() => import("./pages/AccessibilityPage"));

export function App() {
  const [path] = useLocation();
  return (
    <AppShell>
      <ErrorBoundary key={path}>
        <Suspense fallback={<PageSkeleton />}>
          <Switch>
            <Route path="/" component={LandingPage} />
            <Route path="/gallery" component={GalleryPage} />
            <Route path="/images/:id">{({ id }) => <ImagePage key={id} id={id} />}</Route>
            <Route path="/lesions/:id">{({ id }) => <LesionPage key={id} id={id} />}</Route>
            <Route path="/collections" component={CollectionsPage} />
            <Route path="/collections/:id">{({ id }) => <CollectionPage key={id} id={id} />}</Route>
            <Route path="/collections/:id/doi">
              {({ id }) => <DraftDoiPage key={id} collection={id} />}
            </Route>
            <Route path="/dois" component={DoisPage} />
            <Route path="/dois/:slug">{({ slug }) => <DoiPage key={slug} slug={slug} />}</Route>
            <Route path="/challenges" component={ChallengesPage} />
            <Route path="/challenges/:slug">
              {({ slug }) => <ChallengePage key={slug} slug={slug} />}
            </Route>
            <Route path="/challenges/:slug/:task">
              {(at) => <TaskPage key={`${at.slug}/${at.task}`} {...at} />}
            </Route>
            <Route path="/challenges/:slug/:task/submit">
              {(at) => <SubmitPage key={`${at.slug}/${at.task}`} {...at} />}
            </Route>
            <Route path="/challenges/:slug/:task/leaderboard">
              {(at) => <LeaderboardPage key={`${at.slug}/${at.task}`} {...at} />}
            </Route>
            <Route path="/submissions/:id">{({ id }) => <SubmissionPage key={id} id={id} />}</Route>
            <Route path="/contribute" component={ContributePage} />
            <Route path="/contribute/:cohort">
              {({ cohort }) => <CohortPage key={cohort} id={cohort} />}
            </Route>
            <Route path="/terms" component={TermsPage} />
            <Route path="/privacy" component={PrivacyPage} />
            <Route path="/about" component={AboutPage} />
            <Route path="/accessibility" component={AccessibilityPage} />
            <Route path="/api" component={ApiPage} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </AppShell>
  );
}
