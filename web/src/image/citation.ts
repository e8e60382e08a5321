import type { Image } from "../api/types";

export interface Citation {
  readonly text: string;
  readonly bibtex: string;
}

/** How to name an image as a source; `visited` is the day the page was read. */
export function citationOf(image: Image, origin: string, visited: Date): Citation {
  const author = image.attribution || "Anonymous";
  const address = `${origin}/images/${image.isic_id}`;
  const day = visited.toISOString().slice(0, 10);
  return {
    text: `${author}. ${image.isic_id} [image]. Dermarium, licence ${image.copyright_license}. ${address} (accessed ${day}).`,
    bibtex: `@misc{${image.isic_id},
  author       = {{${author}}},
  title        = {${image.isic_id.replace("_", "\\_")} [image]},
  howpublished = {Dermarium, \\url{${address}}},
  note         = {Licence ${image.copyright_license}, accessed ${day}}
}`,
  };
}
