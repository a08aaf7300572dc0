/** Pictures as files: the picture as it is shown, written by the engine. */
import { NOW_US, type Store } from '../app/store.svelte';
import type { PictureFormat } from '../engine/glue';
import { valueAt } from './values';

/** Pixels of a PNG for each pixel of the picture, while that stays within what browsers paint. */
const PNG_SCALE = 2;
const MAX_SIDE_PX = 8_192;
const MAX_NAME = 60;

/** A name for the file of a picture: `total.compute()` becomes `total.compute.svg`. */
export function fileName(picture: string, extension: string): string {
  const plain = picture.normalize('NFC').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '');
  return `${plain.slice(0, MAX_NAME) || 'graph'}.${extension}`;
}

/** The picture that is shown as text, with the values that are shown in it. */
export async function writeShown(store: Store, format: PictureFormat): Promise<string> {
  const picture = store.picture();
  if (!picture) throw new Error('There is no picture to write.');
  const call = store.drawing?.view.call ?? null;
  const at = store.scrubUs ?? NOW_US;
  const tasks = picture.graph.tasks.map((task) => ({ ...task, value: valueAt(picture, call, task.id, at) }));
  return store.write({ ...picture, graph: { ...picture.graph, tasks } }, format);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** An SVG painted at twice its size, on white or on nothing. */
export async function pngOf(svg: string, white: boolean): Promise<Blob> {
  const image = await imageOf(svg);
  const scale = Math.min(PNG_SCALE, MAX_SIDE_PX / Math.max(image.width, image.height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot paint the picture.');
  if (white) {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to paint.'))), 'image/png'),
  );
}

/** Hands a file to the browser's downloads. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
