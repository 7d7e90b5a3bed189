// SHA-256 in the two notations that are compared here: base64 as in an integrity, hexadecimal for people.

export async function sha256Base64(bytes: BufferSource): Promise<string> {
  return btoa(String.fromCharCode(...(await sha256(bytes))));
}

export async function sha256Hex(bytes: BufferSource): Promise<string> {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sha256(bytes: BufferSource): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
