import { describe, expect, it } from "vitest";
import { ApiError } from "../../api/client";
import { hiddenImagesIn } from "./hiddenImages";

describe("hiddenImagesIn", () => {
  it("reads how many images are hidden from the refusal", () => {
    const body = {
      message: "3 of the 5 images …",
      errors: [{ field: "hidden_images", message: "3" }],
    };
    expect(hiddenImagesIn(new ApiError(400, body.message, body))).toBe(3);
  });

  it("finds none in other refusals and failures", () => {
    for (const body of [null, {}, { errors: "x" }, { errors: [{ field: "name", message: "3" }] }]) {
      expect(hiddenImagesIn(new ApiError(400, "", body))).toBeNull();
    }
    expect(hiddenImagesIn(new Error("no answer"))).toBeNull();
  });
});
