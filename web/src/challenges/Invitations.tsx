import { useMutation, useQueryClient } from "@tanstack/react-query";
import { acceptInvitation } from "../api/challenges";
import type { TeamInvitation } from "../api/challengeTypes";
import { Notice } from "../ui/Notice";
import { useInvitations } from "./data";

function Invitation({ invitation }: { invitation: TeamInvitation }) {
  const client = useQueryClient();
  const accept = useMutation({
    mutationFn: () => acceptInvitation(invitation.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["team-invitations"] });
      void client.invalidateQueries({ queryKey: ["mine"] });
    },
  });
  return (
    <Notice tone={accept.isError ? "bad" : "info"}>
      <span>
        {accept.isError ? (
          accept.error.message
        ) : (
          <>
            {invitation.sender} invites you to the team <strong>{invitation.team_name}</strong> for{" "}
            {invitation.challenge_name}.
          </>
        )}
      </span>
      <button
        type="button"
        className="button small primary"
        disabled={accept.isPending}
        onClick={() => accept.mutate()}
      >
        Join {invitation.team_name}
      </button>
    </Notice>
  );
}

/** Teams that wait for me; nothing where there are none. */
export function Invitations({ challenge }: { challenge?: string }) {
  const invitations = useInvitations().data ?? [];
  return invitations
    .filter((one) => challenge === undefined || one.challenge === challenge)
    .map((invitation) => <Invitation key={invitation.id} invitation={invitation} />);
}
