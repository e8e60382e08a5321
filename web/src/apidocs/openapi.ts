/** The part of an OpenAPI 3.1 document that the page shows. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  description?: string;
  enum?: readonly unknown[];
  default?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  schema?: Schema;
}

type Content = Record<string, { schema?: Schema }>;

export interface Answer {
  $ref?: string;
  description?: string;
  content?: Content;
}

interface Described {
  tags?: readonly string[];
  summary?: string;
  description?: string;
  parameters?: readonly Parameter[];
  requestBody?: { content?: Content };
  responses?: Record<string, Answer>;
  security?: readonly unknown[];
}

export interface ApiDocument {
  paths?: Record<string, Record<string, Described>>;
  components?: Record<string, Record<string, unknown>>;
  "x-missing"?: readonly string[];
}

export interface Operation {
  method: string;
  path: string;
  group: string;
  summary: string;
  description: string | undefined;
  takesToken: boolean;
  parameters: readonly Parameter[];
  body: Schema | undefined;
  answers: readonly { status: string; description: string; type?: string; schema?: Schema }[];
}

const METHODS = ["get", "post", "put", "patch", "delete"];
const DEEPEST = 5;

/** What a reference stands for; anything else is itself. */
export function resolved<T extends { $ref?: string }>(thing: T, document: ApiDocument): T {
  const [, , section = "", name = ""] = thing.$ref?.split("/") ?? [];
  const found = document.components?.[section]?.[name] as T | undefined;
  return found ?? thing;
}

/** Placeholders that OpenAPI generators put where nobody wrote a description. */
const answerText = (status: string, text = "") =>
  text === "OK" || text === "" ? (status.startsWith("2") ? "Done" : `Status ${status}`) : text;

function operation(method: string, path: string, it: Described, document: ApiDocument): Operation {
  const body = Object.values(it.requestBody?.content ?? {})[0]?.schema;
  return {
    method: method.toUpperCase(),
    path,
    group: it.tags?.[0] ?? "others",
    summary: it.summary ?? "",
    description: it.description,
    takesToken: (it.security?.length ?? 0) > 0,
    parameters: (it.parameters ?? []).map((parameter) => resolved(parameter, document)),
    body,
    answers: Object.entries(it.responses ?? {}).map(([status, answer]) => {
      const { description, content } = resolved(answer, document);
      const [type, media] = Object.entries(content ?? {})[0] ?? [];
      return {
        status,
        description: answerText(status, description),
        ...(type && type !== "*/*" ? { type } : {}),
        ...(media?.schema ? { schema: media.schema } : {}),
      };
    }),
  };
}

/** All operations by group and path, methods in the order people expect. */
export function operationsOf(document: ApiDocument): readonly Operation[] {
  return Object.entries(document.paths ?? {})
    .flatMap(([path, methods]) =>
      METHODS.flatMap((method) => {
        const described = methods[method];
        return described ? [operation(method, path, described, document)] : [];
      }),
    )
    .sort(
      (a, b) =>
        a.group.localeCompare(b.group) ||
        a.path.localeCompare(b.path) ||
        METHODS.indexOf(a.method.toLowerCase()) - METHODS.indexOf(b.method.toLowerCase()),
    );
}

/** Operations in which every word occurs somewhere, in their groups. */
export function matching(
  operations: readonly Operation[],
  words: string,
): ReadonlyMap<string, readonly Operation[]> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Operation[]>();
  for (const one of operations) {
    const names = one.parameters.map(({ name }) => name).join(" ");
    const text = `${one.method} ${one.path} ${one.summary} ${names}`.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) continue;
    groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  }
  return groups;
}

function typeOf({ type, format, enum: values }: Schema): string {
  if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
  const name = typeof type === "string" ? type : (type ?? []).join(" | ");
  return format ? `${name} (${format})` : name || "anything";
}

/** A schema as a sketch of the JSON it describes; references are written out, unless they lead back to themselves. */
export function sketch(
  schema: Schema,
  document: ApiDocument,
  indent = "",
  within: readonly string[] = [],
): string {
  const name = schema.$ref;
  if (name && (within.includes(name) || within.length >= DEEPEST)) {
    return name.slice(name.lastIndexOf("/") + 1);
  }
  const it = resolved(schema, document);
  const inside = name ? [...within, name] : within;
  const choices = it.oneOf ?? it.anyOf ?? it.allOf;
  if (choices) {
    const between = it.allOf ? " & " : " | ";
    return choices.map((choice) => sketch(choice, document, indent, inside)).join(between);
  }
  if (it.items) return `[${sketch(it.items, document, indent, inside)}]`;
  if (it.properties) {
    const deeper = `${indent}  `;
    const lines = Object.entries(it.properties).map(([key, property]) => {
      const text = resolved(property, document).description;
      const value = sketch(property, document, deeper, inside);
      return `${deeper}${key}: ${value}${text ? `  // ${text}` : ""}`;
    });
    return `{\n${lines.join("\n")}\n${indent}}`;
  }
  if (typeof it.additionalProperties === "object") {
    return `{ [name]: ${sketch(it.additionalProperties, document, indent, inside)} }`;
  }
  return typeOf(it);
}

/** Type, default and bounds of a parameter in a few words. */
export function kindOf({ schema = {} }: Parameter, document: ApiDocument): string {
  const { default: standard } = resolved(schema, document);
  const kind = sketch(schema, document);
  return standard === undefined || standard === ""
    ? kind
    : `${kind}, ${String(standard)} if absent`;
}
