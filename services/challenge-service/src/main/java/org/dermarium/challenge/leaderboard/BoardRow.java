package org.dermarium.challenge.leaderboard;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.challenge.approach.ApproachOut;
import org.jspecify.annotations.Nullable;

/**
 * A row of a leaderboard.
 *
 * @param rank equal scores share it; the next one is counted as if they did not
 * @param yours whether the caller is in the team
 */
record BoardRow(
        long rank,
        long submissionId,
        long approachId,
        String approachName,
        @Nullable URI approachManuscriptUrl,
        boolean approachUsesExternalData,
        double overallScore,
        Instant submissionCreated,
        long teamId,
        String teamName,
        @Nullable String teamInstitutionName,
        @Nullable String teamInstitutionUrl,
        boolean yours) {

    static List<BoardRow> of(Boards.Excerpt excerpt, long offset) {
        List<BoardRow> rows = new ArrayList<>();
        for (RankedSubmission standing : excerpt.standings()) {
            long rank;
            if (rows.isEmpty()) {
                rank = excerpt.firstRank();
            } else if (rows.getLast().overallScore() == standing.overall()) {
                rank = rows.getLast().rank();
            } else {
                rank = offset + rows.size() + 1;
            }
            rows.add(of(rank, standing));
        }
        return List.copyOf(rows);
    }

    private static BoardRow of(long rank, RankedSubmission standing) {
        return new BoardRow(
                rank,
                standing.submission(),
                standing.approach(),
                standing.approachName(),
                ApproachOut.manuscriptUrl(standing.approach(), standing.manuscriptKey()),
                standing.usesExternalData(),
                standing.overall(),
                standing.submissionCreated(),
                standing.team(),
                standing.teamName(),
                textOrNull(standing.institution()),
                textOrNull(standing.institutionUrl()),
                standing.isYours());
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
