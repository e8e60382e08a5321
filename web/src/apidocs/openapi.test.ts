import { describe, expect, it } from "vitest";
import { type ApiDocument, kindOf, matching, operationsOf, sketch } from "./openapi";

const document: ApiDocument = {
  paths: {
    "/api/v2/lesions/{id}/": {
      get: {
        tags: ["lesions"],
        summary: "Lesion",
        responses: { "404": { $ref: "#/components/responses/NotFound" } },
      },
    },
    "/api/v2/images/": {
      post: {
        tags: ["images"],
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/Image" } } },
        },
      },
      get: {
        tags: ["images"],
        summary: "List",
        parameters: [{ $ref: "#/components/parameters/limit", name: "", in: "" }],
        responses: {
          "200": {
            description: "OK",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Page" } } },
          },
        },
      },
    },
  },
  components: {
    parameters: {
      limit: { name: "limit", in: "query", schema: { type: "integer", default: 100 } },
    },
    responses: { NotFound: { description: "Not there" } },
    schemas: {
      Page: {
        properties: { results: { type: "array", items: { $ref: "#/components/schemas/Image" } } },
      },
      Image: {
        properties: {
          isic_id: { type: "string", description: "The public id." },
          similar: { type: "array", items: { $ref: "#/components/schemas/Image" } },
          counts: { type: "object", additionalProperties: { type: "integer", format: "int64" } },
          sex: { enum: ["male", "female"] },
        },
      },
    },
  },
};

describe("the API document", () => {
  it("lists operations by group, path and method", () => {
    expect(operationsOf(document).map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /api/v2/images/",
      "POST /api/v2/images/",
      "GET /api/v2/lesions/{id}/",
    ]);
  });

  it("follows references to parameters and answers", () => {
    const [list, , lesion] = operationsOf(document);
    expect(list?.parameters[0]?.name).toBe("limit");
    expect(list?.parameters[0] && kindOf(list.parameters[0], document)).toBe(
      "integer, 100 if absent",
    );
    expect(lesion?.answers).toEqual([{ status: "404", description: "Not there" }]);
    expect(list?.answers[0]?.description).toBe("Done");
  });

  it("finds operations in which every word occurs", () => {
    const operations = operationsOf(document);
    expect([...matching(operations, "").keys()]).toEqual(["images", "lesions"]);
    expect(matching(operations, "GET limit").get("images")).toHaveLength(1);
    expect(matching(operations, "nothing like that").size).toBe(0);
  });

  it("sketches a schema, and ends where it leads back to itself", () => {
    expect(sketch({ $ref: "#/components/schemas/Page" }, document)).toBe(
      [
        "{",
        "  results: [{",
        "    isic_id: string  // The public id.",
        "    similar: [Image]",
        "    counts: { [name]: integer (int64) }",
        '    sex: "male" | "female"',
        "  }]",
        "}",
      ].join("\n"),
    );
  });

  it("takes a document that says nothing", () => {
    expect(operationsOf({})).toEqual([]);
    expect(sketch({}, {})).toBe("anything");
  });
});
