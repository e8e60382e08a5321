import { useQuery } from "@tanstack/react-query";
import { fetchAttribution } from "../api/collections";
import { count } from "../format/format";
import { Skeleton } from "../ui/Skeleton";

/** Whom to name when using a collection, by licence and number of images. */
export function AttributionTable({ collection }: { collection: number }) {
  const { data, isPending } = useQuery({
    queryKey: ["attribution", collection],
    queryFn: ({ signal }) => fetchAttribution(collection, signal),
  });
  if (isPending) return <Skeleton height="6rem" label="Loading the attributions" />;
  if (!data || data.length === 0) return <p className="muted">No images to attribute yet.</p>;
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Attribution</th>
            <th scope="col">Licence</th>
            <th scope="col">Images</th>
          </tr>
        </thead>
        <tbody>
          {data.map((line) => (
            <tr key={`${line.license} ${line.attribution}`}>
              <td>{line.attribution || "Anonymous"}</td>
              <td>{line.license}</td>
              <td className="number">{count(line.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
