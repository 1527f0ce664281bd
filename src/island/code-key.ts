/** Where the browser keeps what the reader has changed in examples, by their ids: a JSON object. */
export const codeKey = 'fullmesh-code'
