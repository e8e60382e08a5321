import { useQuery } from "@tanstack/react-query";
import { ApiError, get, send } from "../api/client";
import type { User } from "../api/types";

async function fetchUser(signal: AbortSignal): Promise<User | null> {
  try {
    return await get<User>("/api/v2/users/me/", signal);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in: null is nobody, undefined is not known yet. */
export function useUser(): User | null | undefined {
  return useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => fetchUser(signal),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  }).data;
}

export const useIsStaff = (): boolean => useUser()?.is_staff === true;

export const signInAddress = (back: string): string =>
  `/session/login?return=${encodeURIComponent(back)}`;

export async function signOut(): Promise<void> {
  await send("POST", "/session/logout");
  // A fresh start: nothing that was fetched for the account stays in memory.
  window.location.assign("/");
}
