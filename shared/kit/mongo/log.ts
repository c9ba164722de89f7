type Line = (facts: object, message: string) => void;

/** The part of a pino logger that the database layer writes to. */
export type MongoLog = { info: Line; warn: Line; error: Line };
