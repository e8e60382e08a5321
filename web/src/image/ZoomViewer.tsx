import { type CSSProperties, useEffect, useRef, useState } from "react";
import { Icon, type IconName } from "../ui/Icon";

type Viewer = import("openseadragon").Viewer;

interface ZoomViewerProps {
  address: string;
  thumbnail: string;
  alt: string;
  width: number;
  height: number;
}

const ZOOM_STEP = 1.4;
/** No browser draws TIFF; its thumbnail has to do. */
const SHOWABLE = /\.(jpe?g|png|gif|webp)$/i;

async function openViewer(element: HTMLElement, address: string): Promise<Viewer> {
  const { default: OpenSeadragon } = await import("openseadragon");
  const viewer = new OpenSeadragon.Viewer({
    element,
    tileSources: { type: "image", url: address },
    drawer: "canvas",
    showNavigationControl: false,
    animationTime: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 0.6,
    maxZoomPixelRatio: 4,
    visibilityRatio: 0.5,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
  });
  // The wheel scrolls the page until the picture was clicked or tabbed to.
  viewer.addHandler("canvas-scroll", (event) => {
    if (element.contains(document.activeElement)) return;
    event.preventDefaultAction = true;
    event.preventDefault = false;
  });
  viewer.canvas.setAttribute("role", "group");
  viewer.canvas.setAttribute(
    "aria-label",
    "Picture to zoom: plus and minus zoom, arrow keys move, 0 shows all of it",
  );
  return viewer;
}

function Control({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="button small square"
      title={label}
      aria-label={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The full image to zoom and move in; the thumbnail stands in until it has arrived. */
export function ZoomViewer({ address, thumbnail, alt, width, height }: ZoomViewerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer | null>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const showable = SHOWABLE.test(address.split("?")[0] ?? "");

  useEffect(() => {
    const element = stage.current;
    if (!element || !showable) return;
    let gone = false;
    openViewer(element, address)
      .then((opened) => {
        if (gone) {
          opened.destroy();
          return;
        }
        viewer.current = opened;
        opened.addOnceHandler("tile-drawn", () => setState("ready"));
        opened.addOnceHandler("open-failed", () => setState("failed"));
      })
      .catch(() => setState("failed"));
    return () => {
      gone = true;
      viewer.current?.destroy();
      viewer.current = null;
    };
  }, [address, showable]);

  const ratio = { "--ratio": `${width || 4} / ${height || 3}` } as CSSProperties;
  const zoom = (factor: number) => viewer.current?.viewport.zoomBy(factor).applyConstraints();

  return (
    <figure className="viewer" ref={frame}>
      <div className="viewer-frame" style={ratio}>
        <div ref={stage} className="viewer-stage" />
        <img
          className={state === "ready" ? "viewer-still behind" : "viewer-still"}
          src={thumbnail}
          alt={alt}
        />
        {state === "loading" && showable ? (
          <span className="viewer-note" role="status">
            Loading the full image…
          </span>
        ) : null}
        {state === "failed" || !showable ? (
          <span className="viewer-note">
            {showable
              ? "The full image could not be loaded."
              : "Your browser cannot draw this file."}{" "}
            This is its thumbnail.
          </span>
        ) : null}
      </div>
      <figcaption className="row apart">
        <span className="muted small number">
          {width} × {height} pixels
        </span>
        {showable ? (
          <span className="row">
            <Control icon="plus" label="Zoom in" onClick={() => zoom(ZOOM_STEP)} />
            <Control icon="minus" label="Zoom out" onClick={() => zoom(1 / ZOOM_STEP)} />
            <Control
              icon="retry"
              label="Show all of it"
              onClick={() => viewer.current?.viewport.goHome()}
            />
            <Control
              icon="fit"
              label="Full screen"
              onClick={() =>
                document.fullscreenElement
                  ? void document.exitFullscreen()
                  : void frame.current?.requestFullscreen()
              }
            />
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}
