import { LICENSES } from "../gallery/licenses";
import { TextPage } from "./TextPage";

export default function TermsPage() {
  return (
    <TextPage title="Terms of use">
      <p>
        The images show real people, who agreed that they be used for research and teaching. Please
        use them with that respect.
      </p>
      <h2>You may</h2>
      <ul>
        <li>look at, download and copy the public images and their metadata;</li>
        <li>
          use each image as its licence allows; the licence stands on its page and in every
          download.
        </li>
      </ul>
      <ul>
        {Object.entries(LICENSES).map(([code, { name, meaning, url }]) => (
          <li key={code}>
            <a href={url}>{name}</a>: {meaning}
          </li>
        ))}
      </ul>
      <h2>You may not</h2>
      <ul>
        <li>try to find out who a person in an image is;</li>
        <li>pass on embargoed images that were shared with you;</li>
        <li>use the archive in place of a medical examination.</li>
      </ul>
      <h2>No warranty</h2>
      <p>
        Diagnoses and other metadata come from the contributors and are reviewed with care, but may
        be wrong. They are given as they are.
      </p>
    </TextPage>
  );
}
