import { useEffect, useRef, useState } from "react";

/** A browser gives a line up that was refused; it is tried again after this time. */
const DIAL_AGAIN_MS = 5000;

/**
 * Follows the events of one name at an address and says whether the line is up. `onOpen` comes each
 * time it is: what happened before, or while it was down, was not heard. No address, no line.
 */
export function useEvents(
  address: string | null,
  name: string,
  onNews: (data: string) => void,
  onOpen: () => void,
): boolean {
  const [live, setLive] = useState(false);
  const listener = useRef({ onNews, onOpen });

  useEffect(() => {
    listener.current = { onNews, onOpen };
  });

  useEffect(() => {
    if (address === null) return;
    let source: EventSource;
    let dialling: ReturnType<typeof setTimeout> | undefined;

    const dial = () => {
      source = new EventSource(address);
      source.onopen = () => {
        setLive(true);
        listener.current.onOpen();
      };
      source.onerror = () => {
        setLive(false);
        if (source.readyState === EventSource.CLOSED) dialling = setTimeout(dial, DIAL_AGAIN_MS);
      };
      source.addEventListener(name, (event) => listener.current.onNews(event.data as string));
    };

    dial();
    return () => {
      source.close();
      clearTimeout(dialling);
      setLive(false);
    };
  }, [address, name]);

  return live;
}
