import { TextField } from "../../ui/TextField";

export interface TeamForm {
  readonly name: string;
  readonly institution: string;
  readonly institution_url: string;
  readonly invite: string;
}

export const NEW_TEAM: TeamForm = { name: "", institution: "", institution_url: "", invite: "" };
export const MAX_INVITED = 3;

/** Addresses as people write lists of them. */
export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

export function inviteProblem(text: string): string | undefined {
  const addresses = addressesIn(text);
  const wrong = addresses.find((address) => !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(address));
  if (wrong) return `Not an e-mail address: ${wrong}`;
  return addresses.length > MAX_INVITED
    ? `At most ${MAX_INVITED} now; more can be invited later.`
    : undefined;
}

interface TeamFieldsProps {
  form: TeamForm;
  onChange: (form: TeamForm) => void;
}

export function TeamFields({ form, onChange }: TeamFieldsProps) {
  const set = (name: keyof TeamForm) => (value: string) => onChange({ ...form, [name]: value });
  return (
    <>
      <TextField
        label="Name of the team"
        value={form.name}
        onChange={set("name")}
        required
        maxLength={100}
        hint="Shown on the leaderboard. You may be a team of one."
      />
      <TextField
        label="Institution"
        value={form.institution}
        onChange={set("institution")}
        maxLength={100}
        autoComplete="organization"
      />
      <TextField
        label="Web address of the institution"
        type="url"
        value={form.institution_url}
        onChange={set("institution_url")}
        autoComplete="url"
      />
      <TextField
        label="Invite by e-mail"
        value={form.invite}
        onChange={set("invite")}
        hint={`Up to ${MAX_INVITED} addresses. They join after signing in.`}
        problem={inviteProblem(form.invite)}
      />
    </>
  );
}
