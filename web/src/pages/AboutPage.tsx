import { Link } from "wouter";
import { TextPage } from "./TextPage";

export default function AboutPage() {
  return (
    <TextPage title="About Dermarium">
      <p>
        Dermarium is an open archive for images of the skin. Hospitals and researchers give
        dermoscopic and clinical images with their diagnoses; anybody may search, compare, download
        and cite them.
      </p>
      <h2>How an image gets in</h2>
      <p>
        A contributor uploads it into a cohort. Hidden data are removed, the file is checked and
        decoded, and its metadata are compared with fixed rules. A person on the staff then accepts
        or rejects it. Accepted images get a number of the form ISIC_0000001 that never changes, and
        are published openly or under embargo.
      </p>
      <h2>What the words mean</h2>
      <p>
        Diagnoses follow the ISIC-DX hierarchy and body sites a hierarchy of their own, each with up
        to five levels. The “?” beside a field on an image's page says what it means.
      </p>
      <h2>For programs</h2>
      <p>
        Everything on these pages is also in the REST interface under <code>/api/v2/</code>, which
        the command-line tool <code>isic-cli</code> speaks. The <Link href="/gallery">gallery</Link>{" "}
        writes the code for any search: choose Download.
      </p>
    </TextPage>
  );
}
