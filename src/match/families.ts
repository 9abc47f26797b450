/**
 * Words that show which family of tools printed a text: file endings, program names, the furniture of
 * stack traces. A family is the part of an id before its slash; one that is not here is shown by its own name alone.
 */
const CUES: Readonly<Record<string, string>> = {
  api: 'http https cors proxy nginx haproxy envoy axios fetch express grpc curl preflight origin xmlhttprequest gateway',
  'c-cpp':
    'gcc cc clang ld cpp cc1plus cmake make gmake makefile collect2 hpp cxx cmakelists cmakefiles glibc gdb ninja',
  docker:
    'docker dockerfile dockerd container containers containerd runc oci buildkit buildx compose moby image entrypoint',
  eslint: 'eslint eslintrc linter lint',
  git: 'git github gitlab remote refs origin upstream commit rebase merge branch bitbucket fetch push pull checkout submodule',
  'github-actions': 'actions workflow workflows runner runners github_token githubusercontent yml job',
  go: 'go goroutine golang gopath goroot gomod main.go panic runtime.gopanic',
  java: 'java javac jar maven mvn gradle jvm jdk jre springframework spring apache exception kotlin tomcat hibernate pom',
  kubernetes:
    'kubectl kubelet kubernetes k8s pod pods namespace helm deployment node kube apiserver kubeconfig minikube eks gke configmap statefulset replicaset',
  linux:
    'bash sh zsh sudo apt systemd systemctl dpkg kernel ubuntu debian bin usr etc var chmod chown rm cp mv service unit root',
  mysql: 'mysql mariadb mysqld innodb sqlstate 42000 hy000 23000 phpmyadmin mysqldump',
  network:
    'curl wget ping traceroute telnet dig dns connect socket tcp ssh resolv getaddrinfo host interface eth0 rtnetlink route',
  nextjs: 'next nextjs vercel turbopack prerender prerendering',
  nginx: 'nginx upstream fastcgi proxy_pass vhost conf request client server_name emerg crit',
  node: 'node js nodejs node_modules mjs cjs npm express ts internal process commonjs esm listeners',
  npm: 'npm npx yarn pnpm package node_modules registry npmjs gyp node lockfile',
  php: 'php laravel symfony composer wordpress phpunit fpm artisan vendor',
  pip: 'pip pip3 wheel pypi setuptools venv virtualenv python whl pyproject',
  postgres:
    'postgres postgresql psql pg libpq psycopg2 pg_hba sqlstate sequelize prisma typeorm postmaster pgadmin 5432',
  python: 'python python3 py traceback pip django flask pytest gunicorn conda anaconda asyncio',
  react: 'react jsx tsx hook hooks component props usestate useeffect',
  redis: 'redis 6379 sentinel rediserror jedis ioredis rdb',
  rust: 'rust rustc cargo crate rs crates rustup borrow',
  sqlite: 'sqlite sqlite3 operationalerror sqlalchemy sqliteexception db',
  ssh: 'ssh sshd scp rsync publickey openssh known_hosts id_rsa rsa ed25519 sftp',
  testing: 'jest vitest mocha test tests spec suite expect jsdom',
  tls: 'ssl tls openssl certificate certificates x509 https ca cert curl handshake keytool pem crt',
  typescript: 'ts tsx tsc typescript tsconfig types interface',
  vite: 'vite vitejs rollup rolldown esbuild hmr vue svelte',
  webpack: 'webpack loader bundle chunk module_modules craco cra',
};

/** Name the family of an entry: what stands before the slash of its id. */
export function familyOf(id: string): string {
  const slash = id.indexOf('/');
  return slash < 0 ? id : id.slice(0, slash);
}

/** List the words that show a family. */
export function cuesOf(family: string): string[] {
  return `${CUES[family] ?? ''} ${family}`.split(/[\s-]+/).filter((cue) => cue !== '');
}
