# The service as a container: docker build -t inkling . && docker run -p 8000:8000 inkling
FROM denoland/deno:2.9.6 AS build
WORKDIR /inkling
COPY deno.json deno.lock main.ts ./
COPY src/ src/
RUN ["deno", "task", "build"]

FROM denoland/deno:2.9.6
WORKDIR /inkling
COPY deno.json deno.lock ./
COPY --from=build /inkling/dist/ dist/
COPY static/ static/
COPY models/recognizer.safetensors models/generator.safetensors models/
USER deno
# The one package that is not in the bundle: the first scrape of /metrics loads it.
RUN ["deno", "cache", "dist/main.js"]
EXPOSE 8000
# Deno itself receives SIGTERM, and requests in flight are answered.
ENTRYPOINT ["deno", "run", "--no-prompt", "--allow-net", "--allow-env=PORT,HOST,LOG,METRICS,CORS_ORIGINS,MAX_BODY,TRUST_PROXY,RATE_LIMIT", "--allow-read=models,static,dist", "dist/main.js"]
