"""The databases: each takes a log as a table of its own and answers a query with a file."""

import datetime
import glob
import os
import shutil
import subprocess

from engine_checks.logs import line

UTC = datetime.timezone.utc
EPOCH = datetime.datetime.fromtimestamp(0, UTC)
TABLE = ("odd \"schema'", "events; `of` $a")


def typed(log, role, value):
    """A value as Python has it for a column of its type."""
    if log.is_loose:
        return log.value(role, value)
    if role in ("time", "began") and value is not None:
        if log.time == "text":
            return log.written(value)
        if log.time in ("milliseconds", "microseconds"):
            return int(log.written(value))
        moment = EPOCH + datetime.timedelta(microseconds=value)
        return moment if log.time == "timestamptz" else moment.replace(tzinfo=None)
    return value


class DuckDB:
    """DuckDB, which reads every other log from the CSV file itself."""

    name = "duckdb"
    types = {
        "text": "VARCHAR", "timestamptz": "TIMESTAMPTZ", "timestamp": "TIMESTAMP",
        "milliseconds": "BIGINT", "microseconds": "BIGINT",
    }

    def __init__(self, work):
        import duckdb

        self.database = duckdb.connect()
        self.work = work

    def load(self, log, path):
        if log.seed % 2 and log.time in ("text", "timestamptz"):
            return [f"--from={path}"]
        if log.seed % 2 and log.time != "timestamp":
            return [f"--from={path}", f"--time-type={log.time}"]
        schema, table = (name.replace('"', '""') for name in TABLE)
        of = {} if log.is_loose else {"sequence": "INTEGER", "felt": "DOUBLE"} | dict.fromkeys(
            ("time", "began"), self.types[log.time])
        columns = ", ".join(
            '"{}" {}'.format(name.replace('"', '""'), of.get(role, "VARCHAR"))
            for role, name in log.columns.items())
        self.database.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE; CREATE SCHEMA "{schema}"')
        self.database.execute(f'CREATE TABLE "{schema}"."{table}" ({columns})')
        rows = [[typed(log, role, row[role]) for role in log.columns] for row in log.rows]
        marks = ", ".join("?" for _ in log.columns)
        self.database.executemany(f'INSERT INTO "{schema}"."{table}" VALUES ({marks})', rows)
        return [f'--from="{schema}"."{table}"', f"--time-type={log.time}"]

    def answer(self, query, path):
        with open(query, encoding="utf-8") as file:
            text = file.read().rstrip().removesuffix(";")
        self.database.execute(f"COPY (\n{text}\n) TO '{path}' (HEADER)")

    def stop(self):
        self.database.close()


class PostgreSQL:
    """PostgreSQL through psql, in whose zone no time of these logs is written."""

    name = "postgres"
    types = DuckDB.types | {"text": "TEXT"}

    def __init__(self, work):
        self.work = work

    def psql(self, *arguments, **options):
        return subprocess.run(
            ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *arguments], check=True, **options)

    def load(self, log, path):
        schema, table = (name.replace('"', '""') for name in TABLE)
        of = {} if log.is_loose else {"sequence": "BIGINT", "felt": "DOUBLE PRECISION"}
        of |= {} if log.is_loose else dict.fromkeys(("time", "began"), self.types[log.time])
        names = {role: '"{}"'.format(name.replace('"', '""')) for role, name in log.columns.items()}
        columns = ", ".join(f"{name} {of.get(role, 'TEXT')}" for role, name in names.items())
        texts = ", ".join(name for role, name in names.items() if of.get(role, "TEXT") == "TEXT")
        copy = f"{self.work}/postgres.csv"
        with open(copy, "w", newline="", encoding="utf-8") as file:
            for row in log.rows:
                file.write(line(log.value(role, row[role]) for role in log.columns) + "\n")
        script = f"""
            SET client_min_messages = warning; SET timezone = 'UTC';
            DROP SCHEMA IF EXISTS "{schema}" CASCADE; CREATE SCHEMA "{schema}";
            CREATE TABLE "{schema}"."{table}" ({columns});
            COPY "{schema}"."{table}" FROM STDIN (FORMAT csv, FORCE_NOT_NULL ({texts}));
        """
        with open(copy, "rb") as file:
            self.psql("-c", script, stdin=file, stdout=subprocess.DEVNULL)
        return [f'--from="{schema}"."{table}"', f"--time-type={log.time}"]

    def answer(self, query, path):
        with open(path, "wb") as file:
            self.psql("--csv", "-f", query, stdout=file)

    def stop(self):
        pass


class Spark:
    """Spark on this machine alone, through Python."""

    name = "spark"

    def __init__(self, work):
        from pyspark.sql import SparkSession

        self.work = work
        self.session = (
            SparkSession.builder.master("local[2]").appName("journey")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            # What makes large logs fast only makes these small ones wait.
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.session.timeZone", "Asia/Kathmandu")
            .config("spark.sql.warehouse.dir", f"{work}/warehouse")
            .config("spark.driver.extraJavaOptions", f"-Dderby.system.home={work}")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate())
        self.session.sparkContext.setLogLevel("ERROR")

    def load(self, log, path):
        from pyspark.sql import types

        of = {
            "text": types.StringType(), "timestamptz": types.TimestampType(),
            "timestamp": types.TimestampNTZType(),
        }.get(log.time, types.LongType())
        kinds = {"sequence": types.IntegerType(), "felt": types.DoubleType(), "time": of, "began": of}
        if log.is_loose:
            kinds = {}
        # Half of the logs with the rules that make a cast an error.
        self.session.conf.set("spark.sql.ansi.enabled", str(log.seed % 2 == 0).lower())
        schema = types.StructType([
            types.StructField(name, kinds.get(role, types.StringType()))
            for role, name in log.columns.items()])
        rows = [tuple(typed(log, role, row[role]) for role in log.columns) for row in log.rows]
        self.session.createDataFrame(rows, schema).createOrReplaceTempView("events")
        return ["--from=events", f"--time-type={log.time}"]

    def answer(self, query, path):
        with open(query, encoding="utf-8") as file:
            answer = self.session.sql(file.read())
        folder = path + ".folder"
        answer.coalesce(1).write.csv(
            folder, header=True, quote='"', escape='"', emptyValue="",
            ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False)
        os.replace(glob.glob(folder + "/part-*.csv")[0], path)
        shutil.rmtree(folder)

    def stop(self):
        self.session.stop()


ALL = [DuckDB, PostgreSQL, Spark]
