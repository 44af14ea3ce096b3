/** Data that travel inside the page, compressed. */

/** Bytes of a base64 text. */
function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** What was deflated into this base64 text. */
export async function inflated(base64: string): Promise<Uint8Array> {
  const stream = new Blob([bytesOf(base64) as BlobPart])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The text of an element that holds data. */
function heldText(id: string): string {
  return document.getElementById(id)?.textContent?.trim() ?? '';
}

/** The text deflated in an element. */
export async function inflatedText(id: string): Promise<string> {
  return new TextDecoder().decode(await inflated(heldText(id)));
}

/** The JSON deflated in an element. */
export async function inflatedJson<T>(id: string): Promise<T> {
  return JSON.parse(await inflatedText(id)) as T;
}
