import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fetchSharing, findPeople, share } from "../api/collections";
import type { Person } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";

const SEARCH_FROM = 3;

const nameOf = ({ first_name, last_name, email }: Person): string =>
  [`${first_name} ${last_name}`.trim(), email].filter(Boolean).join(", ");

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
      <p>
        {sharing
          ? sharing.shared_with.length > 0
            ? `Shared with ${sharing.shared_with.map(({ name }) => name).join(", ")}.`
            : "Not shared with anybody yet."
          : ""}
      </p>
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
          They will see the collection and all of its images, embargoed ones too. This cannot be
          taken back here.
        </p>
        {grant.isError ? <Notice tone="bad">{grant.error.message}</Notice> : null}
        {grant.isSuccess ? <Notice tone="ok">Shared.</Notice> : null}
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
