/**
 * The zoom viewer empties elements with `innerHTML = ""`, which the page's policy would refuse.
 * This default policy lets exactly the empty text through and nothing that could be markup.
 */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

const factory = (window as unknown as { trustedTypes?: PolicyFactory }).trustedTypes;

factory?.createPolicy("default", {
  createHTML(text) {
    if (text === "") return text;
    throw new TypeError("Markup from text is refused.");
  },
});
