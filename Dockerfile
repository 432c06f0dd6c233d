# factcheck in a container: no root, nothing to write, no network. docs/ci.md says how to run it.
FROM python:3.12-slim AS build
WORKDIR /src
COPY . .
RUN python -m venv /opt/factcheck \
 && /opt/factcheck/bin/python -m pip install --no-cache-dir --disable-pip-version-check --no-input \
    --constraint constraints.txt '.[docx,sheets]'

FROM python:3.12-slim
# --only-changed and --diff ask git.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin factcheck
COPY --from=build /opt/factcheck /opt/factcheck
ENV PATH=/opt/factcheck/bin:$PATH HOME=/tmp PYTHONDONTWRITEBYTECODE=1 PYTHONSAFEPATH=1
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["factcheck"]
CMD ["--help"]
