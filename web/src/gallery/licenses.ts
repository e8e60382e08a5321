interface License {
  readonly name: string;
  readonly text: string;
  readonly url: string;
}

export const LICENSES: Readonly<Record<string, License>> = {
  "CC-0": {
    name: "CC-0 1.0",
    text: "Use them freely; naming the source is good practice.",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
  "CC-BY": {
    name: "CC-BY 4.0",
    text: "Use them for anything, naming the source.",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  "CC-BY-NC": {
    name: "CC-BY-NC 4.0",
    text: "Use them for non-commercial work, naming the source.",
    url: "https://creativecommons.org/licenses/by-nc/4.0/",
  },
};
