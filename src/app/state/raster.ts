import { fragmentIn, pngWith } from '../../engine/share/index.ts';

/** Browsers refuse larger canvases; the picture is made smaller rather than not at all. */
const MOST_PIXELS = 40_000_000;

/** An SVG of ours as a PNG that carries the same state. */
export async function raster(svg: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const fit = Math.min(scale, Math.sqrt(MOST_PIXELS / (image.naturalWidth * image.naturalHeight)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * fit);
    canvas.height = Math.round(image.naturalHeight * fit);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('no picture');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const fragment = fragmentIn('picture.svg', new TextEncoder().encode(svg));
    return new Blob([(fragment === null ? bytes : pngWith(bytes, fragment)) as Uint8Array<ArrayBuffer>], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
