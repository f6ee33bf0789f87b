import { encodePng } from './png.ts';

/** Positions in the header of an XWD file, in 32-bit words: XWDFileHeader of X11/XWDFile.h. */
const WORD = { headerSize: 0, width: 4, height: 5, bitsPerPixel: 11, bytesPerLine: 12, colors: 19 };

/** Bytes of one entry of the colour map that follows the header. */
const COLOR_SIZE = 12;

/** Turns the screen file of `Xvfb -fbdir` (XWD, 32 bits per pixel, blue first) into a PNG. */
export function framebufferToPng(xwd: Buffer): Buffer {
  // The header is big-endian whatever the machine, the pixels are as the X server has them.
  const word = (index: number): number => xwd.readUInt32BE(index * 4);
  if (word(WORD.bitsPerPixel) !== 32) throw new Error('The virtual screen must be 24 bits deep');
  const [width, height] = [word(WORD.width), word(WORD.height)];
  const pixels = word(WORD.headerSize) + word(WORD.colors) * COLOR_SIZE;
  const rgb = Buffer.alloc(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    let from = pixels + y * word(WORD.bytesPerLine);
    for (let x = 0; x < width; x += 1, from += 4, to += 3) {
      rgb[to] = xwd[from + 2] ?? 0;
      rgb[to + 1] = xwd[from + 1] ?? 0;
      rgb[to + 2] = xwd[from] ?? 0;
    }
  }
  return encodePng(width, height, rgb);
}
