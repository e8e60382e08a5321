/** The name mark: a dermatoscope's ring and reticle over a lesion. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle className="ring" cx="16" cy="16" r="13" fill="none" strokeWidth="2.6" />
      <path
        className="ring"
        d="M16 3v5M16 24v5M3 16h5M24 16h5"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        className="lesion"
        d="M13.2 11.2c2.7-1.5 6.4-.6 7.7 2 1.2 2.5.3 5.1-1.5 6.5-2.1 1.7-5.2 1.5-7-.4-1.1-1.2-.9-2.4-1.1-3.8-.2-1.7.3-3.4 1.9-4.3z"
      />
    </svg>
  );
}
