import { getJson, send } from "../api/http";

export interface SiteStatus {
  version: string;
  posts: { total: number; by_state: Record<string, number>; with_errors: number };
  withdrawn: { count: number; paths: string[] };
  rebuild: { number: number; remaining: number };
  last_publish: { path: string; at: string; lag_seconds: number } | null;
  reconcile: { finished_at: string; looked_at: number; failed: number } | null;
  queues: { name: string; messages: number }[];
  webhooks: {
    has_key: boolean;
    targets: { url: string; behind: number | null }[];
    failed: { id: string; url: string; type: string; failed_at: string; error: string }[];
  };
}

export const readStatus = (): Promise<SiteStatus> => getJson("/api/editor/status");

export const retryWebhook = async (id: string): Promise<void> => {
  await send("POST", "/api/editor/webhooks/retry", { headers: { "Content-Type": "application/json" }, body: JSON.stringify({ id }) });
};

export const startRebuild = async (): Promise<void> => {
  await send("POST", "/api/editor/rebuild");
};
