// A second verifier of an exported sharing log, so that nobody need believe the hub's own. Written from the hub's contract,
// RFC 6962, RFC 8785 and C2SP's tlog-tiles, tlog-checkpoint and signed-note; Node's standard library and nothing else.
//
//   node verify-log.mjs DIR [OLD_CHECKPOINT]
//
// Prints "N verified, E erased, 0 bad, payloads with|without" and ends with 0, or says what is bad first and ends with 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

class Bad extends Error {}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

function fromBase64(text, length, what) {
  const bytes = Buffer.from(String(text), 'base64');
  if (bytes.toString('base64') !== text || (length !== undefined && bytes.length !== length)) throw new Bad(`${what} is not base 64 of ${length} bytes`);
  return bytes;
}

// --- signed notes -----------------------------------------------------------------------------------------------------

function parseKey(line) {
  const [name, id, ...rest] = line.split('+');
  const material = fromBase64(rest.join('+'), 33, 'a key');
  const hash = sha256(name, '\n', material).subarray(0, 4);
  if (material[0] !== 1 || hash.toString('hex') !== id) throw new Bad(`log.vkey: ${name} has another id or kind`);
  return { name, hash, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: material.subarray(1).toString('base64url') }, format: 'jwk' }) };
}

function openCheckpoint(note, keys, where) {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) throw new Bad(`${where}: no signed note`);
  const text = note.slice(0, cut + 1);
  let signed = false;
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const parts = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line);
    if (!parts) throw new Bad(`${where}: a line is no signature`);
    const bytes = fromBase64(parts[2], undefined, 'a signature');
    for (const { name, hash, key } of keys) {
      if (name !== parts[1] || !hash.equals(bytes.subarray(0, 4))) continue;
      if (!verify(null, Buffer.from(text), key, bytes.subarray(4))) throw new Bad(`${where}: the signature of ${name} is wrong`);
      signed = true;
    }
  }
  if (!signed) throw new Bad(`${where}: not signed by the log`);
  const [origin, size, root] = text.split('\n');
  if (!/^(0|[1-9]\d*)$/.test(size) || !keys.some((key) => key.name === origin)) throw new Bad(`${where}: no checkpoint of this log`);
  return { size: Number(size), root: fromBase64(root, 32, `${where}: the root`), where };
}

// --- the tree: complete subtrees of every level, bottom up, kept in arrays ---------------------------------------------

function levelsOf(leaves) {
  const levels = [leaves];
  while (levels.at(-1).length > 1) {
    const below = levels.at(-1);
    levels.push(Array.from({ length: Math.floor(below.length / 2) }, (_, i) => nodeHash(below[2 * i], below[2 * i + 1])));
  }
  return levels;
}

function rootOf(levels, size) {
  let right = null;
  for (let level = 0, rest = size; rest > 0; level += 1, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      const subtree = levels[level][rest - 1];
      right = right === null ? subtree : nodeHash(subtree, right);
    }
  }
  return right ?? sha256();
}

// --- files --------------------------------------------------------------------------------------------------------------

function tilePath(kind, number, width) {
  let path = String(number % 1000).padStart(3, '0');
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000)) path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  return `tile/${kind}/${path}${width < 256 ? `.p/${width}` : ''}`;
}

function compareTile(dir, path, rows, firstIndex, stride) {
  const wanted = Buffer.concat(rows);
  const file = join(dir, path);
  if (!existsSync(file)) throw new Bad(`index ${firstIndex}: ${path} is missing`);
  const found = readFileSync(file);
  if (found.equals(wanted)) return;
  const place = rows.findIndex((row, i) => !row.equals(found.subarray(i * row.length, (i + 1) * row.length)));
  throw new Bad(`index ${firstIndex + Math.max(place, 0) * stride}: ${path} differs from the entries`);
}

function compareTiles(dir, commitments, levels) {
  for (let level = 0, stride = 1; 8 * level < levels.length && levels[8 * level].length > 0; level += 1, stride *= 256) {
    const hashes = levels[8 * level];
    for (let start = 0; start < hashes.length; start += 256) {
      const row = hashes.slice(start, start + 256);
      if (level === 0) {
        const bundle = commitments.slice(start, start + 256).map((commitment) => Buffer.concat([Buffer.of(0, 32), commitment]));
        compareTile(dir, tilePath('entries', start / 256, row.length), bundle, start, 1);
      }
      compareTile(dir, tilePath(level, start / 256, row.length), row, start * stride, stride);
    }
  }
}

// --- entries ------------------------------------------------------------------------------------------------------------

/** RFC 8785 took its numbers and strings from ECMAScript, so JSON.stringify writes them right; only the order of names is left. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function parseJson(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Bad(`${what} is no JSON`);
  }
}

function readEntry(line, index) {
  const entry = parseJson(line, `index ${index}: the line`);
  if (Object.keys(entry).sort().join() !== 'commitment,index,payload,salt') throw new Bad(`index ${index}: the line has other members`);
  if (entry.index !== index) throw new Bad(`index ${index}: entries.jsonl has index ${entry.index} there`);
  const commitment = fromBase64(entry.commitment, 32, `index ${index}: the commitment`);
  if ((entry.salt === null) !== (entry.payload === null)) throw new Bad(`index ${index}: salt without payload or payload without salt`);
  if (entry.payload === null) return { commitment, payload: null };
  const salt = fromBase64(entry.salt, 32, `index ${index}: the salt`);
  const bytes = fromBase64(entry.payload, undefined, `index ${index}: the payload`);
  if (!sha256(Buffer.of(0x10), salt, bytes).equals(commitment)) throw new Bad(`index ${index}: the payload is not the one committed to`);
  const payload = parseJson(bytes.toString('utf8'), `index ${index}: the payload`);
  if (!Buffer.from(canonical(payload)).equals(bytes)) throw new Bad(`index ${index}: the payload is not canonical`);
  return { commitment, payload };
}

function erasedBy(entries) {
  const stated = new Set();
  entries.forEach(({ payload }, at) => {
    if (payload?.kind !== 'ERASED' || payload.detail?.indexes === undefined) return;
    for (const span of payload.detail.indexes.split(',')) {
      const [first, last = first] = span.split('-').map(Number);
      for (let index = first; index <= last && index < at; index += 1) stated.add(index);
    }
  });
  return stated;
}

// --- all of it ----------------------------------------------------------------------------------------------------------

function verifyLog(dir, oldCheckpoint) {
  const text = (file) => {
    if (!existsSync(join(dir, file))) throw new Bad(`${file} is missing`);
    return readFileSync(join(dir, file), 'utf8');
  };
  const linesOf = (content) => content.split('\n').slice(0, -1);
  const keys = linesOf(text('log.vkey')).map(parseKey);
  const newest = openCheckpoint(text('checkpoint'), keys, 'checkpoint');
  const entries = linesOf(text('entries.jsonl')).map(readEntry);
  const commitments = entries.map((entry) => entry.commitment);
  const levels = levelsOf(commitments.map(leafHash));
  compareTiles(dir, commitments, levels);
  const older = existsSync(join(dir, 'checkpoints.jsonl')) ? linesOf(text('checkpoints.jsonl')).map((line) => openCheckpoint(String(parseJson(line, 'checkpoints.jsonl').note), keys, 'checkpoints.jsonl')) : [];
  if (oldCheckpoint) older.push(openCheckpoint(readFileSync(oldCheckpoint, 'utf8'), keys, 'the older checkpoint'));
  for (const { size, root, where } of [...older, newest]) {
    if (size > entries.length || !rootOf(levels, size).equals(root)) throw new Bad(`${where} of size ${size} does not agree with the entries`);
  }
  if (newest.size !== entries.length) throw new Bad(`index ${newest.size}: more entries than the checkpoint states`);
  const withPayloads = entries.some((entry) => entry.payload !== null);
  const gone = withPayloads ? entries.flatMap((entry, index) => (entry.payload === null ? [index] : [])) : [];
  const stated = erasedBy(entries);
  for (const index of gone) if (!stated.has(index)) throw new Bad(`index ${index}: no payload, and no later ERASED entry names it`);
  return `${entries.length} verified, ${gone.length} erased, 0 bad, payloads ${withPayloads ? 'with' : 'without'}`;
}

try {
  console.log(verifyLog(process.argv[2], process.argv[3]));
} catch (error) {
  if (!(error instanceof Bad)) throw error;
  console.log(`Bad: ${error.message}`);
  process.exitCode = 1;
}
