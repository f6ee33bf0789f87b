/** One provider of a model, as `GET /v1/models` describes it (Hugging Face hub-api docs). */
export interface ModelProvider {
  readonly provider: string;
  readonly status: 'live' | 'staging' | 'error';
  readonly context_length?: number;
  /** USD per million tokens. */
  readonly pricing?: { readonly input: number; readonly output: number };
  readonly is_free?: boolean;
  readonly supports_tools?: boolean;
  readonly supports_structured_output?: boolean;
  readonly first_token_latency_ms?: number;
  /** Tokens per second. */
  readonly throughput?: number;
  readonly is_model_author: boolean;
}

export interface Model {
  readonly id: string;
  readonly object: 'model';
  readonly created: number;
  readonly owned_by: string;
  readonly architecture: {
    readonly input_modalities: readonly string[];
    readonly output_modalities: readonly string[];
  };
  readonly providers: readonly ModelProvider[];
}
