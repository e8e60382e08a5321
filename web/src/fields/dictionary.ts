/** What a metadata field is called, and what it means, for people. */
export interface Field {
  readonly label: string;
  readonly help: string;
  readonly unit?: string;
}

export const FIELDS: Readonly<Record<string, Field>> = {
  diagnosis: {
    label: "Diagnosis",
    help: "From benign, indeterminate or malignant down to the exact entity, in up to five levels (ISIC-DX).",
  },
  diagnosis_confirm_type: {
    label: "How it was confirmed",
    help: "The method behind the diagnosis. Histopathology, looking at removed tissue, is the strongest.",
  },
  melanocytic: { label: "Melanocytic", help: "Whether the lesion arises from pigment cells." },
  concomitant_biopsy: {
    label: "Biopsy at the same visit",
    help: "Tissue was taken when the image was made, so the diagnosis belongs to this very state.",
  },
  mel_mitotic_index: {
    label: "Melanoma mitotic index",
    help: "Dividing cells per square millimetre of a melanoma under the microscope.",
  },
  mel_thick_mm: {
    label: "Melanoma thickness",
    help: "Breslow thickness: depth of a melanoma in millimetres, measured under the microscope.",
    unit: "mm",
  },
  mel_ulcer: {
    label: "Melanoma ulceration",
    help: "Whether the skin over the melanoma was broken under the microscope.",
  },
  sex: { label: "Sex", help: "Sex of the patient as recorded by the clinic." },
  age_approx: {
    label: "Age",
    help: "Age of the patient, rounded to five years to protect privacy; 85 stands for 85 and over.",
    unit: "years",
  },
  anatom_site: {
    label: "Body site",
    help: "Where on the body, from region down to the exact place, in up to five levels.",
  },
  anatom_site_special: {
    label: "Special site",
    help: "Sites with their own patterns: palms, soles, nails, mouth and genitals.",
  },
  fitzpatrick_skin_type: {
    label: "Fitzpatrick skin type",
    help: "How skin reacts to the sun: I always burns, VI never burns.",
  },
  clin_size_long_diam_mm: {
    label: "Size of the lesion",
    help: "Longest diameter measured on the patient, in millimetres.",
    unit: "mm",
  },
  family_hx_mm: {
    label: "Melanoma in the family",
    help: "A parent, sibling or child of the patient has had a melanoma.",
  },
  personal_hx_mm: { label: "Earlier melanoma", help: "The patient has had a melanoma before." },
  image_type: {
    label: "Kind of image",
    help: "Dermoscopic: through a dermatoscope. Clinical: an ordinary photograph. TBP: total body photography. RCM: confocal microscopy.",
  },
  dermoscopic_type: {
    label: "Dermoscopy light",
    help: "Whether the dermatoscope touched the skin, and whether its light was polarised.",
  },
  tbp_tile_type: {
    label: "Total body photography",
    help: "How the tile was cut from total body photography.",
  },
  image_manipulation: {
    label: "Changes to the image",
    help: "Instrument only: as the camera made it. Altered: edited afterwards. Synthetic: made by a computer.",
  },
  copyright_license: {
    label: "Licence",
    help: "CC-0: use freely. CC-BY: name the source. CC-BY-NC: name the source, no commercial use.",
  },
  acquisition_day: {
    label: "Day of follow-up",
    help: "Days since the first image of this patient; real dates are not kept.",
    unit: "days",
  },
  lesion_id: { label: "Lesion", help: "Images with this number show the same lesion." },
  patient_id: { label: "Patient", help: "Images with this number show the same person." },
  rcm_case_id: { label: "Confocal case", help: "Confocal images that belong together." },
  pixels_x: { label: "Width", help: "Width of the full image.", unit: "pixels" },
  pixels_y: { label: "Height", help: "Height of the full image.", unit: "pixels" },
  public: {
    label: "Visibility",
    help: "Embargoed images are seen only by their contributor and by people they are shared with.",
  },
  isic_id: { label: "Image", help: "The public number of the image. It never changes." },
  blurry: { label: "Blurry", help: "The image is out of focus." },
  hairy: { label: "Hair", help: "Hair covers part of the lesion." },
  marker_pen: { label: "Marker pen", help: "Pen marks are visible on the skin." },
  color_tint: { label: "Colour tint", help: "The image has a blue or pink tint." },
};

/** The order in which metadata is read: what it is, who it is from, how it was made. */
export const FIELD_ORDER: readonly string[] = Object.keys(FIELDS);

export function fieldOf(name: string): Field {
  return FIELDS[name] ?? { label: name.replaceAll("_", " "), help: "" };
}
