/* What is read and answered in the pictures: real sentences, since made-up ones hide what is wrong. */

export const TEXT =
  'A lighthouse lens bends the light of a small lamp into a narrow beam that ships can see from thirty kilometres away. Before 1823 keepers used polished metal bowls, which lost half of the light and were blind again after every storm. Augustin Fresnel cut the lens into rings, so that it weighed a tenth and lost almost nothing.';

export const WORD_OF_60 = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte';

/** As long as names get, without a place to break it. */
export const LONG_NAME = 'Maximiliane-Wilhelmina Featherstonehaugh-Cholmondeley-Warner';

export const LONG_MODEL =
  'an-organization-with-a-long-name/a-model-with-a-longer-name-235B-A22B-Instruct-2507-FP8';

export const SHORT_ANSWER =
  'A lighthouse lens gathers the light of a small lamp into one narrow beam. **Fresnel** cut it into rings in 1823, so that it became light and lost almost nothing.';

export const LONG_ANSWER = `## How the lens works

A **Fresnel lens** is an ordinary lens with everything left out that does not bend light. What is left are *rings of prisms*, each a little steeper than the one inside it. The [history of the light at Cordouan](https://example.com/cordouan) tells how the first was lit.

1. The lamp stands in the focus.
2. Each ring bends its share of the light:
   - the inner ones by refraction,
   - the outer ones by \`total internal reflection\`.
3. All of it leaves in one direction.

| Order | Focal length | Seen from | Where |
| :-- | --: | --: | :-- |
| First | 920 mm | 35 km | Capes and islands in the open sea |
| Third | 500 mm | 25 km | Bays and the mouths of rivers |
| Sixth | 150 mm | 10 km | Harbours |

The angle of a ring follows from Snell's law, $n_1 \\sin\\theta_1 = n_2 \\sin\\theta_2$, and the light at a distance $r$ from

$$E = \\frac{I}{r^2} \\cdot e^{-\\sigma r}$$

\`\`\`python
def bearing(ring: int, focal_length_mm: float = 920.0, pitch_mm: float = 28.5) -> float:
    """The angle of a ring, in degrees; the innermost one is 0."""
    return math.degrees(math.atan(ring * pitch_mm / focal_length_mm))
\`\`\`

> The keeper winds the clock every four hours, and writes down the wind.

![The tower in fog](https://example.com/tower.jpg)

---

${WORD_OF_60} has no place to break it, and https://example.com/a/very/long/address/without/any/place/to/break/it/but/slashes neither.`;

export const REASONING =
  'The person wants a summary. The text is about lenses of lighthouses, before and after Fresnel. What matters: rings instead of a solid lens, less weight, less light lost. Two sentences are enough.';

export const PAGE = { title: 'How a lighthouse lens works', url: 'https://example.com/lens' };

export const LONG_PAGE = {
  title: `The complete and annotated history of every lighthouse on the western coast, volume three: ${LONG_NAME}`,
  url: 'https://example.com/lens',
};
