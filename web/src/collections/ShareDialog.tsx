import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fetchSharing, findPeople, share, unshare } from "../api/collections";
import type { Person, Sharing } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";

const SEARCH_FROM = 3;

const nameOf = ({ first_name, last_name, email }: Person): string =>
  [`${first_name} ${last_name}`.trim(), email].filter(Boolean).join(", ");

type Grantee = Sharing["shared_with"][number];

/** Who sees the collection besides its owner; each can be taken out, and put back at once. */
function SharedWith({ collection, people }: { collection: number; people: readonly Grantee[] }) {
  const client = useQueryClient();
  const [removed, setRemoved] = useState<Grantee | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ["sharing", collection] });
  const revoke = useMutation({
    mutationFn: (person: Grantee) => unshare(collection, [person.id]),
    onSuccess: async (_, person) => {
      setRemoved(person);
      await refresh();
    },
  });
  const undo = useMutation({
    mutationFn: (person: Grantee) => share(collection, [person.id]),
    onSuccess: async () => {
      setRemoved(null);
      await refresh();
    },
  });
  const failed = revoke.error ?? undo.error;
  return (
    <>
      {people.length === 0 ? (
        <p>Not shared with anybody.</p>
      ) : (
        <ul className="uploads" aria-label="Shared with">
          {people.map((person) => (
            <li key={person.id} className="row apart">
              <span>{person.name}</span>
              <button
                type="button"
                className="button small"
                aria-label={`Remove ${person.name}`}
                disabled={revoke.isPending}
                onClick={() => revoke.mutate(person)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      {removed ? (
        <Notice>
          <span className="row apart">
            <span>{removed.name} no longer sees this collection.</span>
            <button
              type="button"
              className="button quiet small"
              disabled={undo.isPending}
              onClick={() => undo.mutate(removed)}
            >
              Undo
            </button>
          </span>
        </Notice>
      ) : null}
      {failed ? <Notice tone="bad">{failed.message}</Notice> : null}
    </>
  );
}

/** For staff: lets people see a private collection and every image in it. */
export function ShareDialog({ collection, onClose }: { collection: number; onClose: () => void }) {
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Person[]>([]);
  const sharing = useQuery({
    queryKey: ["sharing", collection],
    queryFn: ({ signal }) => fetchSharing(collection, signal),
  }).data?.[0];
  const people = useQuery({
    queryKey: ["people", words.trim()],
    queryFn: ({ signal }) => findPeople(words.trim(), signal),
    enabled: words.trim().length >= SEARCH_FROM,
  }).data;
  const grant = useMutation({
    mutationFn: () =>
      share(
        collection,
        chosen.map(({ id }) => id),
      ),
    onSuccess: async () => {
      setChosen([]);
      setWords("");
      await client.invalidateQueries({ queryKey: ["sharing", collection] });
    },
  });
  return (
    <Dialog title="Share" onClose={onClose}>
      {sharing ? <SharedWith collection={collection} people={sharing.shared_with} /> : null}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          grant.mutate();
        }}
      >
        <TextField
          label="Person"
          value={words}
          onChange={setWords}
          required
          hint="E-mail address or name, three letters or more."
        />
        {people?.length === 0 ? <p className="muted">Nobody is called so.</p> : null}
        <ul className="options">
          {people?.map((person) => (
            <li key={person.id}>
              <label className="option">
                <input
                  type="checkbox"
                  checked={chosen.some(({ id }) => id === person.id)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked
                        ? [...chosen, person]
                        : chosen.filter(({ id }) => id !== person.id),
                    )
                  }
                />
                <span>{nameOf(person)}</span>
              </label>
            </li>
          ))}
        </ul>
        <p className="muted small">
          They will see the collection and all of its images, embargoed ones too, until you remove
          them. What they have downloaded by then stays with them.
        </p>
        {grant.isError ? <Notice tone="bad">{grant.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={chosen.length === 0 || grant.isPending}
          >
            Share
          </button>
        </div>
      </form>
    </Dialog>
  );
}
