import { TextPage } from "./TextPage";

export default function PrivacyPage() {
  return (
    <TextPage title="Privacy">
      <h2>People in the images</h2>
      <ul>
        <li>Names, dates of birth and the hospital's own numbers are never shown to anybody.</li>
        <li>Ages are rounded to five years, and everybody over 85 is shown as 85.</li>
        <li>Patients and lesions get new numbers that lead back to nobody.</li>
        <li>
          Location, device, times and any other hidden data are removed before anybody can see an
          image. The file as it was sent, which has them, can be opened by nobody, and is removed 30
          days after all files of its upload were processed.
        </li>
      </ul>
      <h2>People who use the site</h2>
      <ul>
        <li>Looking needs no account.</li>
        <li>
          An account holds your name, your e-mail address and what you create here: collections,
          contributors, cohorts.
        </li>
        <li>
          One cookie keeps you signed in. Your browser also keeps your colour scheme and the images
          you ticked. There are no others.
        </li>
        <li>
          Nothing is loaded from other companies: no analytics, no advertising, no outside fonts.
        </li>
      </ul>
    </TextPage>
  );
}
