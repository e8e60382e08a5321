import { LICENSES } from "../gallery/licenses";

interface LicenceChoiceProps {
  value: string;
  onChange: (value: string) => void;
}

export function LicenceChoice({ value, onChange }: LicenceChoiceProps) {
  return (
    <fieldset>
      <legend className="label">Licence of the images</legend>
      {Object.entries(LICENSES).map(([code, { name, meaning }]) => (
        <label key={code} className="choice">
          <input
            type="radio"
            name="licence"
            checked={value === code}
            onChange={() => onChange(code)}
          />
          <span>
            {name}
            <small>Others may: {meaning.charAt(0).toLowerCase() + meaning.slice(1)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
