import { mongo } from 'mongoose';

/** Asks the server at `uri` one thing. Rejects when none answers within `reachWithinMs`. */
export async function adminCommand(
  uri: string,
  command: mongo.Document,
  reachWithinMs: number,
): Promise<mongo.Document> {
  const client = new mongo.MongoClient(uri, {
    maxPoolSize: 1,
    serverSelectionTimeoutMS: reachWithinMs,
    connectTimeoutMS: reachWithinMs,
  });
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}
