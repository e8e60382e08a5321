import type { Image } from "../api/types";
import { LICENSES } from "../gallery/licenses";
import { Icon } from "../ui/Icon";

export function LicencePanel({ image }: { image: Image }) {
  const license = LICENSES[image.copyright_license];
  return (
    <section className="panel stack" aria-labelledby="licence">
      <h2 id="licence">Licence</h2>
      <p>
        {license ? (
          <>
            <a href={license.url} rel="license external">
              {license.name}
            </a>
            . {license.meaning}
          </>
        ) : (
          image.copyright_license
        )}
      </p>
      <p>
        <span className="muted">Attribution:</span> {image.attribution || "Anonymous"}
      </p>
      {image.public ? null : (
        <p className="row">
          <Icon name="lock" />
          <span>Under embargo. You see it because it is yours or was shared with you.</span>
        </p>
      )}
    </section>
  );
}
