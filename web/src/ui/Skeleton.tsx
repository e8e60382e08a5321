/** Grey shapes where content will be; the words are for those who do not see the shapes. */
export function Skeleton({ height, label }: { height: string; label?: string }) {
  return (
    <div className="skeleton" style={{ blockSize: height }}>
      {label ? <span className="visually-hidden">{label}</span> : null}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="wrap stack" role="status">
      <Skeleton height="2.5rem" label="Loading the page" />
      <Skeleton height="1.25rem" />
      <Skeleton height="24rem" />
    </div>
  );
}
