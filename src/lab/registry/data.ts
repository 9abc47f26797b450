/** What the registry of a sandbox serves; written by `build.ts`, read by `serve.ts`. */
export interface RegistryData {
  /** Package to its document, as npm's registry has it. */
  packages: Record<string, PackageDocument>;
  /** Path of a tarball to its file beside the data. */
  tarballs: Record<string, string>;
  users: Record<
    string,
    { password?: string | undefined; token?: string | undefined; otp?: string | undefined }
  >;
  private: Record<string, { readers: string[]; refuse: 401 | 403 | 404; challenge?: string | undefined }>;
  publishers: Record<string, string[]>;
  faults: {
    path: string;
    status?: number | undefined;
    body?: string | undefined;
    delay?: number | undefined;
    cut?: true | undefined;
    times?: number | undefined;
  }[];
}

export interface PackageDocument {
  _id: string;
  name: string;
  'dist-tags': Record<string, string>;
  versions: Record<string, Manifest>;
  time: Record<string, string>;
  access?: string;
  _attachments?: Record<string, { data: string }>;
}

export interface Manifest {
  name: string;
  version: string;
  dist: { tarball: string; integrity: string; shasum: string };
  [field: string]: unknown;
}

/** Where clients find the registry in a sandbox. */
export const REGISTRY_PORT = 4873;
export const REGISTRY_ADDRESS = `http://localhost:${REGISTRY_PORT}/`;
