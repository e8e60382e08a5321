import { TextPage } from "./TextPage";

export default function AccessibilityPage() {
  return (
    <TextPage title="Accessibility">
      <p>
        The pages are meant to meet WCAG 2.2, level AA. Every page is checked by an automatic tool
        (axe) without findings; such a tool finds only a part of what can be wrong.
      </p>
      <h2>What works</h2>
      <ul>
        <li>Everything can be done by keyboard; the focus can always be seen.</li>
        <li>
          In the gallery the arrow keys move between pictures; with Shift and a click, or Shift and
          the space bar, a range is selected.
        </li>
        <li>In the review, A accepts, R rejects and U undoes.</li>
        <li>Pictures are described by what their metadata say.</li>
        <li>
          The pages fit a width of 320 pixels, follow a dark scheme and keep still if you ask your
          system to.
        </li>
      </ul>
      <h2>What does not work yet</h2>
      <ul>
        <li>What a picture shows beyond its metadata is not described.</li>
        <li>No test with several screen readers has been made yet.</li>
      </ul>
    </TextPage>
  );
}
