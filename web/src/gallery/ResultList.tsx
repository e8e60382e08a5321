import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { ApiError } from "../api/client";
import type { Image, Page } from "../api/types";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { GridSkeleton, ImageGrid } from "./ImageGrid";
import { ImageTable } from "./ImageTable";
import { MoreImages } from "./MoreImages";
import { leaveTrail } from "./trail";

interface ResultListProps {
  result: UseInfiniteQueryResult<InfiniteData<Page<Image>>>;
  view?: "grid" | "table";
  empty: ReactNode;
  selectable?: boolean;
}

/** The images of any search with its loading, empty and failed states. */
export function ResultList({ result, view = "grid", empty, selectable = true }: ResultListProps) {
  const images = result.data?.pages.flatMap((page) => page.results) ?? [];

  useEffect(() => {
    if (images.length > 0) leaveTrail(images.map(({ isic_id }) => isic_id));
  });

  if (result.isPending) return <GridSkeleton />;
  if (result.isError && images.length === 0) {
    // A query that cannot be read is told at the search box, where it can be mended.
    if (result.error instanceof ApiError && result.error.status === 400) return null;
    return (
      <Notice tone="bad">
        <span>{result.error.message}</span>
        <button type="button" className="button small" onClick={() => void result.refetch()}>
          <Icon name="retry" /> Try again
        </button>
      </Notice>
    );
  }
  if (images.length === 0) return <>{empty}</>;
  return (
    <>
      {view === "table" ? (
        <ImageTable images={images} />
      ) : (
        <ImageGrid
          images={images}
          label="Images"
          busy={result.isPlaceholderData}
          selectable={selectable}
        />
      )}
      {result.hasNextPage ? (
        <MoreImages
          pages={result.data?.pages.length ?? 0}
          loading={result.isFetchingNextPage}
          onMore={result.fetchNextPage}
        />
      ) : null}
    </>
  );
}
