import { Component, type ReactNode } from "react";
import { ErrorPage } from "./StatePage";

interface State {
  error: unknown;
}

/** Keeps the frame of the app when a page breaks. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    return this.state.error ? <ErrorPage error={this.state.error} /> : this.props.children;
  }
}
