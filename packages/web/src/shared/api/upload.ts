import { v7 as newId } from 'uuid'
import { currentLocale } from '../language/locale.ts'
import { offlineProblem, readProblem } from './api-problem.ts'
import { type Response as Answer, addressOf } from './client.ts'

type Options = {
  onProgress?: (share: number) => void
  signal?: AbortSignal
  /** it is meant to be a picture: the server refuses anything else */
  picture?: boolean
}

/**
 * Stores a file. Done with XMLHttpRequest because only that says how much has gone up.
 * @param options.onProgress called with 0–1
 * @throws ApiProblem as `call` does
 */
export function uploadFile(
  file: File,
  { onProgress, signal, picture }: Options = {},
): Promise<Answer<'uploadFile'>> {
  const { promise, resolve, reject } = withResolvers<Answer<'uploadFile'>>()
  const request = new XMLHttpRequest()
  const query = { id: newId(), name: file.name, ...(picture && { picture }) }
  request.open('POST', addressOf('uploadFile', { query, body: file }))
  request.setRequestHeader('accept-language', currentLocale())
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.onprogress = (event) => onProgress?.(event.total === 0 ? 0 : event.loaded / event.total)
  request.onerror = () => reject(offlineProblem())
  request.onabort = () => reject(new DOMException('stopped by the reader', 'AbortError'))
  request.onload = () => {
    // A created file is described by the contract's StoredFile.
    if (request.status < 300) resolve(JSON.parse(request.responseText) as Answer<'uploadFile'>)
    else {
      const traceId = request.getResponseHeader('x-request-id')
      const headers = traceId ? { 'x-request-id': traceId } : undefined
      const answer = new Response(request.responseText, {
        status: request.status,
        ...(headers && { headers }),
      })
      readProblem(answer).then(reject, reject)
    }
  }
  signal?.addEventListener('abort', () => request.abort())
  request.send(file)
  return promise
}

/** Promise.withResolvers, which browsers before 2024 do not have. */
function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<Value>((done, failed) => {
    resolve = done
    reject = failed
  })
  return { promise, resolve, reject }
}
