import { useEffect, useRef } from "react";

/** Pages loaded without asking; beyond them a button, so that the footer can be reached. */
const UNASKED_PAGES = 5;

interface MoreImagesProps {
  pages: number;
  loading: boolean;
  onMore: () => void;
}

export function MoreImages({ pages, loading, onMore }: MoreImagesProps) {
  const end = useRef<HTMLDivElement>(null);
  const unasked = pages < UNASKED_PAGES && !loading;

  useEffect(() => {
    if (!unasked || !end.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onMore();
      },
      { rootMargin: "600px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [unasked, onMore]);

  return (
    <div ref={end} className="more">
      <button type="button" className="button" disabled={loading} onClick={onMore}>
        {loading ? "Loading…" : "Load more"}
      </button>
    </div>
  );
}
