// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { checkEndpointKey } from '@/utils/endpoints/endpoint-key';

describe('checkEndpointKey', () => {
  it.each([
    '"hf_aBcDeFgHiJkLmNoP"',
    "'hf_aBcDeFgHiJkLmNoP'",
    'HF_TOKEN=hf_aBcDeFgHiJk',
    'TOKEN=hf_aBcDeFgHiJk',
    'token:hf_aBcDeFgHiJk',
  ])(
    '[TK-05] refuses a token of Hugging Face for another host, pasted with what stood around it: %s',
    (entered) => {
      expect(() => checkEndpointKey(entered, 'http://127.0.0.1:8080')).toThrow('endpoint-key');
    },
  );
});
