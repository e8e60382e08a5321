import { here } from "../api/client";
import type { Doi, DoiFile } from "../api/doiTypes";
import { bytes } from "../format/format";
import { CopyButton } from "../ui/CopyButton";
import { Icon } from "../ui/Icon";

const KINDS: Readonly<Record<DoiFile["kind"], string>> = {
  bundle: "Complete bundle",
  metadata: "Metadata of the images",
  manifest: "Checksums of every file in the bundle",
  supplement: "Supplement",
};

function FileItem({ file }: { file: DoiFile }) {
  return (
    <li className="panel file-item">
      <div className="row apart">
        <div>
          <h3 className="upload-name">{file.name}</h3>
          <p className="muted small number">
            {file.description || KINDS[file.kind]} · {bytes(file.size)}
          </p>
        </div>
        <a
          className={file.kind === "bundle" ? "button primary small" : "button small"}
          href={here(file.url)}
          download={file.name}
          aria-label={`Download ${file.name}`}
        >
          <Icon name="download" /> Download
        </a>
      </div>
      <p className="row hash-row">
        <span className="muted small">SHA-256</span>
        <code className="hash">{file.sha256}</code>
        <CopyButton text={file.sha256} label="Copy" />
      </p>
    </li>
  );
}

function Supplements({ doi }: { doi: Doi }) {
  return (
    <>
      <p className="muted">
        When the DOI is published, its images, their metadata, the licences and the supplements are
        packed into one bundle and frozen.
      </p>
      {doi.supplemental_files.length > 0 ? (
        <ul className="uploads" aria-label="Supplements">
          {doi.supplemental_files.map(({ name, description, size }) => (
            <li key={name}>
              <span className="upload-text">
                <span className="upload-name">{name}</span>
                <span className="muted small number">
                  {description} · {bytes(size)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The frozen files with their checksums; of a draft, what will be packed. */
export function FilesTable({ doi }: { doi: Doi }) {
  return (
    <section className="stack" aria-labelledby="files">
      <h2 id="files">Files</h2>
      {doi.files.length === 0 ? (
        <Supplements doi={doi} />
      ) : (
        <ul className="file-list">
          {doi.files.map((file) => (
            <FileItem key={`${file.kind} ${file.name}`} file={file} />
          ))}
        </ul>
      )}
    </section>
  );
}
