const PATHS = {
  close: "M6 6l12 12M18 6 6 18",
  chevron: "M9 6l6 6-6 6",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  download: "M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M5 19.5h14",
  upload: "M12 16V5m0 0L7.5 9.5M12 5l4.5 4.5M5 19.5h14",
  search: "M15.5 15.5 20 20M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z",
  filter: "M4 6h16M7 12h10M10 18h4",
  grid: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
  table: "M4 5.5h16v13H4zM4 10h16M4 14.5h16M10 10v8.5",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z",
  copy: "M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  sun: "M12 4V2M12 22v-2M4 12H2M22 12h-2M6.3 6.3 4.9 4.9M19.1 19.1l-1.4-1.4M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0z",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  contrast: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 3.5v17M12 8h6.5M12 12h8.5M12 16h6.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  warning: "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1",
  pause: "M8 5v14M16 5v14",
  play: "M8 5l11 7-11 7z",
  retry: "M4.5 12a7.5 7.5 0 1 0 2.5-5.6M4.5 4v4h4",
  person: "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.5 20a7.5 7.5 0 0 1 15 0",
  missing: "M4.5 4.5h15v15h-15zM4.5 15l4-4 5 5M12.5 13l2.5-2.5 4.5 4.5M9 8.5v.1",
  cloud: "M7 18.5a4.5 4.5 0 0 1-.500-9A6 6 0 0 1 18 9a4.8 4.8 0 0 1-.5 9.5zM3 3l18 18",
  share:
    "M8.5 10.5 15.5 7M8.5 13.5l7 3.5M9 12a2.8 2.8 0 1 1-5.6 0A2.8 2.8 0 0 1 9 12zM20.6 6a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM20.6 18a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0z",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words; it never carries meaning alone and is hidden from assistive tools. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
