import { advance, type Step, startable, type UploadItem, type UploadKind } from "./queue";

/** Brings the bytes of one file to the storage and answers with the value that stands for it. */
export interface Carrier {
  run(signal: AbortSignal, onSent: (sent: number) => void): Promise<string>;
}

export interface Desk {
  carrier(file: File, kind: UploadKind): Carrier;
  /** Tells the archive what the stored file is; answers with the number it got. */
  register(kind: UploadKind, value: string): Promise<number>;
}

interface Work {
  carrier: Carrier;
  stop: AbortController;
}

/** Works through a queue of files, a few at a time, and tells watchers about every step. */
export class UploadRunner {
  private items: readonly UploadItem[] = [];
  private readonly work = new Map<number, Work>();
  private readonly watchers = new Set<() => void>();
  private nextId = 1;

  constructor(private readonly desk: Desk) {}

  readonly snapshot = (): readonly UploadItem[] => this.items;

  readonly watch = (changed: () => void): (() => void) => {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  };

  add(files: readonly File[]): void {
    const items = files.map((file) => {
      const id = this.nextId++;
      return { id, name: file.name, size: file.size, file };
    });
    this.step({ type: "added", items });
    for (const { id, file } of items) {
      const kind = this.items.find((item) => item.id === id)?.kind ?? "image";
      this.work.set(id, { carrier: this.desk.carrier(file, kind), stop: new AbortController() });
    }
    this.startNext();
  }

  pause(id: number): void {
    this.step({ type: "paused", id });
    this.work.get(id)?.stop.abort();
    this.startNext();
  }

  resume(id: number): void {
    this.step({ type: "resumed", id });
    this.startNext();
  }

  remove(id: number): void {
    this.work.get(id)?.stop.abort();
    this.work.delete(id);
    this.step({ type: "removed", id });
    this.startNext();
  }

  private step(step: Step): void {
    this.items = advance(this.items, step);
    for (const changed of this.watchers) changed();
  }

  private startNext(): void {
    for (const item of startable(this.items)) void this.process(item);
  }

  private async process({ id, kind }: UploadItem): Promise<void> {
    const work = this.work.get(id);
    if (!work) return;
    work.stop = new AbortController();
    const { signal } = work.stop;
    this.step({ type: "started", id });
    try {
      const value = await work.carrier.run(signal, (sent) =>
        this.step({ type: "progressed", id, sent }),
      );
      if (signal.aborted) return;
      this.step({ type: "registering", id });
      this.step({ type: "registered", id, registered: await this.desk.register(kind, value) });
      this.work.delete(id);
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof Error ? error.message : "The upload failed.";
      this.step({ type: "failed", id, problem });
    } finally {
      this.startNext();
    }
  }
}
