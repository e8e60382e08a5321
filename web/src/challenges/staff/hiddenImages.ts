import { ApiError } from "../../api/client";
import type { FieldRefusal } from "../../api/types";

const FIELD = "hidden_images";

/** How many images of the truth participants do not see, when a task was refused to be opened because of them. */
export function hiddenImagesIn(error: unknown): number | null {
  const body = error instanceof ApiError ? error.body : null;
  const errors = (body as { errors?: unknown } | null)?.errors;
  if (!Array.isArray(errors)) return null;
  const told = (errors as FieldRefusal[]).find((e) => e.field === FIELD);
  const count = Number(told?.message);
  return Number.isInteger(count) && count > 0 ? count : null;
}
