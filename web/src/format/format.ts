const whole = new Intl.NumberFormat("en-GB");
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const minute = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const short = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });

export const count = (value: number): string => whole.format(value);

export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** Decimal units, as disks and the download tools count; never "1000 kB". */
export function bytes(value: number): string {
  let unit = 0;
  let amount = value;
  while (Math.round(amount) >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return unit === 0 ? plural(value, "byte") : `${short.format(amount)} ${UNITS[unit]}`;
}

export const date = (iso: string): string => day.format(new Date(iso));

/** A moment to the minute, in the reader's own time zone. */
export const moment = (iso: string): string => minute.format(new Date(iso));

export const today = (): string => day.format(new Date());
