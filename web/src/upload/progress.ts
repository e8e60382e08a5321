/** Screen readers hear of progress in steps of ten per cent. */
export const tenths = (share: number): number =>
  Math.floor(Math.min(1, Math.max(0, share)) * 10) * 10;

/** What keeps a chosen file from being sent at all; null when nothing does. */
export function refusalOf(
  { name, size }: Pick<File, "name" | "size">,
  endings: readonly string[],
): string | null {
  if (size === 0) return "The file is empty.";
  const fits = endings.length === 0 || endings.some((end) => name.toLowerCase().endsWith(end));
  return fits ? null : `The file's name must end in ${endings.join(" or ")}.`;
}
