import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { addImages, addSearch, createCollection, findOwnCollections } from "../api/collections";
import { fetchImages, type Scope, searchAddress } from "../api/images";
import { plural } from "../format/format";
import { clearSelection } from "../gallery/selection";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { parseIds } from "./imageIds";

interface CollectDialogProps {
  onClose: () => void;
  /** Images that were ticked. */
  ids?: readonly string[];
  /** Or everything that a search finds. */
  scope?: Scope;
  found?: number;
}

const SEARCH_FROM = 3;

async function firstOf(scope: Scope): Promise<string[]> {
  const page = await fetchImages(searchAddress(scope, 1));
  return page.results.map(({ isic_id }) => isic_id);
}

function useOwn(words: string) {
  return useQuery({
    queryKey: ["collections", "own", words],
    queryFn: ({ signal }) => findOwnCollections(words, signal),
    enabled: words.length >= SEARCH_FROM,
  }).data;
}

/** Puts images into a new collection or one of one's own. */
export default function CollectDialog({ onClose, ids, scope, found }: CollectDialogProps) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [target, setTarget] = useState<"new" | "own">("new");
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [list, setList] = useState("");
  const [words, setWords] = useState("");
  const [own, setOwn] = useState<number>();
  const offered = useOwn(words.trim());

  const given = ids !== undefined || scope !== undefined;
  const typed = parseIds(list);
  const chosen = ids ?? typed.ids;
  const amount = scope ? (found ?? 0) : chosen.length;

  const collect = useMutation({
    mutationFn: async () => {
      let id = own;
      if (target === "new") {
        const first = scope ? await firstOf(scope) : chosen;
        id = await createCollection(name.trim(), description.trim(), first);
      } else if (!scope && id !== undefined) {
        await addImages(id, chosen);
      }
      if (scope && id !== undefined) await addSearch(id, scope);
      return id;
    },
    onSuccess: async (id) => {
      await client.invalidateQueries({ queryKey: ["collections"] });
      if (ids) clearSelection();
      onClose();
      if (id !== undefined) navigate(`/collections/${id}`);
    },
  });

  const ready = amount > 0 && (target === "new" ? name.trim() !== "" : own !== undefined);

  return (
    <Dialog
      title={given ? `Collect ${plural(amount, "image")}` : "New collection"}
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) collect.mutate();
        }}
      >
        {given ? (
          <fieldset className="row">
            <legend className="visually-hidden">Where to</legend>
            {(["new", "own"] as const).map((value) => (
              <label key={value} className="row">
                <input
                  type="radio"
                  name="target"
                  checked={target === value}
                  onChange={() => setTarget(value)}
                />
                {value === "new" ? "A new collection" : "One of mine"}
              </label>
            ))}
          </fieldset>
        ) : null}
        {target === "new" ? (
          <>
            <TextField label="Name" value={name} onChange={setName} required maxLength={200} />
            <TextField
              label="Description"
              value={description}
              onChange={setDescription}
              multiline
              hint="What it holds and what it is for."
            />
          </>
        ) : (
          <>
            <TextField
              label="Find it by name"
              value={words}
              onChange={setWords}
              required
              hint="Three letters or more. Locked collections cannot be changed and are not listed."
            />
            {offered?.length === 0 ? <p className="muted">None of yours is called so.</p> : null}
            <ul className="options">
              {offered?.map((collection) => (
                <li key={collection.id}>
                  <label className="option">
                    <input
                      type="radio"
                      name="own"
                      checked={own === collection.id}
                      onChange={() => setOwn(collection.id)}
                    />
                    <span>{collection.name}</span>
                  </label>
                </li>
              ))}
            </ul>
          </>
        )}
        {given ? null : (
          <TextField
            label="Images"
            value={list}
            onChange={setList}
            multiline
            required
            hint="Their numbers, such as ISIC_0000001; separated in any way. You can also tick images in the gallery."
            problem={
              typed.unreadable.length > 0
                ? `Not a number of an image: ${typed.unreadable.slice(0, 3).join(", ")}`
                : undefined
            }
          />
        )}
        <p className="muted small">
          A new collection is private. Images you cannot see are left out.
        </p>
        {collect.isError ? <Notice tone="bad">{collect.error.message}</Notice> : null}
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={!ready || collect.isPending}>
            {target === "new" ? "Create collection" : "Add images"}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
